"""Facts from open sources: Wikidata, MusicBrainz, Open Library and others. Nothing here runs in a check."""
