"""Stories: a person, a provider, and the real program between them. They read like a chat."""
