"""Azure and Entra ID: role assignments on the scope tree, deny assignments, directory roles, Graph permissions, owners.

Published logic: Microsoft Learn, "What is Azure role-based access control", "Understand Azure role definitions",
"Understand Azure deny assignments", "Microsoft Entra built-in roles", "Microsoft Graph permissions reference".
"""
