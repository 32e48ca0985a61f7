// Nothing: a target needs a source, and of this one only the precompiled headers are used.
