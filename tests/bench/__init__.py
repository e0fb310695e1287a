"""`make bench`: what the bot costs, beside a bare floor and beside the usual stack doing the same.

Nothing here passes or fails. Figures are medians; compare ratios, since machines differ.
"""
