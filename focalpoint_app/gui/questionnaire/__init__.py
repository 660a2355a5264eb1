"""The questionnaire's place: contents, article pages, context."""
