"""Google Cloud: who may do what, by allow and deny policies down the resource hierarchy.

Source of the logic: Google's "Policy evaluation", "Deny policies" and "Overview of IAM Conditions".
"""
