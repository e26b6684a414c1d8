"""What a trainer does with a scenario beside playing it: start one, draw it, bring it over."""
