"""Parts of reading what `gcloud` prints: shapes of objects, and the hierarchy they tell of."""
