"""Files in: bytes -> table -> mapped columns -> reviewable change list -> services. No Streamlit, and no database until the end."""
