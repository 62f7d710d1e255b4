"""One issue in the browser, live: a server on this machine alone, and the page it shows."""
