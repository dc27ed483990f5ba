"""What the law says, and how it is proved: its entries, its logic, its calendar, its engine."""
