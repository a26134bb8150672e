"""Forty questions that the county asks of its knowledge base, each answered twice: by the graph, and by reading the spreadsheets."""
