"""What the commands cost, against a one-command typer app in the same environment."""
