"""SAM: serverless resources expanded into those they become."""
