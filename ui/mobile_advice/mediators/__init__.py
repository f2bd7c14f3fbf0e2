"""Language mediators: requests, who could come, pools."""
