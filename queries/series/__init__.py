"""What the loads of one series of lists have brought: for whole lists, which end what they no longer have."""
