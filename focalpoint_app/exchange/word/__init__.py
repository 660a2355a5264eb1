"""Questions as a Word form, and the form that comes back."""
