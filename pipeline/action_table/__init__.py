"""The long table of the plan: from table blocks to one row for each INDIKATOR.

Tables → header roles → lines of the table (titles, column numbers, content) → page joins → rows.
"""

from pipeline.action_table.find import find_action_table

__all__ = ["find_action_table"]
