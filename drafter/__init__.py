"""drafter: an offline drafting assistant for Chinese township work reports."""

__version__ = "0.1.0"
