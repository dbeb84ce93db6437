"""Who could walk with whom: values in, a plan out; protocol/matching.md promises what."""
