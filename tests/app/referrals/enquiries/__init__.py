"""Requirements of enquiries: rules, actions, lists, clock."""
