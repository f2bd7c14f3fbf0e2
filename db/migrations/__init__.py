"""The steps from each schema to the next; run by `db.schema`, in one transaction."""
