"""Nothing is sent anywhere."""
