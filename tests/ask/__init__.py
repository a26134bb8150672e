"""Plain Chinese, understood."""
