"""Files in: bytes -> table -> mapped columns -> reviewable change list -> services."""
