"""One file per place a figure is looked for, and what makes it fit to publish."""
