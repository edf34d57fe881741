"""From drafts to what comes of each: findings, errors and fixes, anew or from the cache, alone or in processes."""
