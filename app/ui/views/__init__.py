"""What the screens show, worked out from frozen values alone: nothing here knows a widget."""
