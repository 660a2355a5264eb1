"""What surrounds the places: header, rail, foot, messages, keyboard."""
