"""Papers of enquiries, referrals and conferences."""
