"""A plan on screen: its bar above the desk, its drafts, and what is asked before it is started or published."""
