"""Roles of the directory, Graph permissions and owners: what each may do to objects of Entra ID.

Facts: Microsoft Learn, "Microsoft Entra built-in roles", "Privileged roles and permissions" (who can reset passwords),
"Microsoft Graph permissions reference", "Use Microsoft Entra groups to manage role assignments". Of each role only what
changes who may do what is kept: credentials, owners, members, roles, consent. A role that is not here is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DirectoryRole:
    """A built-in role of the directory."""

    id: str
    """Its template id."""
    name: str
    actions: tuple[str, ...]


def _of(entity: str, *parts: str) -> tuple[str, ...]:
    return tuple(f"microsoft.directory/{entity}/{part}" for part in parts)


_ALL = "allProperties/allTasks"
_APPLICATIONS = (
    *_of(
        "applications", "appRoles/update", "audience/update", "authentication/update", "basic/update", "create",
        "credentials/update", "delete", "owners/update", "permissions/update", "policies/update", "standard/read",
    ),
    *_of(
        "servicePrincipals", "appRoleAssignedTo/update", "audience/update", "authentication/update", "basic/update",
        "create", "credentials/update", "delete", "disable", "enable", "owners/update", "permissions/update",
        "policies/update", "managePermissionGrantsForAll.microsoft-application-admin", "synchronizationJobs/manage",
        "synchronizationCredentials/manage", "synchronizationSchema/manage",
    ),
    *_of("oAuth2PermissionGrants", _ALL),
    *_of("applicationPolicies", "basic/update", "create", "delete", "owners/update"),
)  # fmt: skip
_GROUPS = _of(
    "groups", "basic/update", "classification/update", "create", "delete", "dynamicMembershipRule/update",
    "groupType/update", "members/update", "owners/update", "settings/update", "visibility/update", "restore",
)  # fmt: skip
_PASSWORD = _of("users", "password/update", "invalidateAllRefreshTokens")
_METHODS = _of("users", "authenticationMethods/create", "authenticationMethods/delete",
               "authenticationMethods/basic/update")  # fmt: skip
_SENSITIVE = _of(
    "users", "basic/update", "delete", "disable", "enable", "manager/update", "restore", "userPrincipalName/update"
)
_ASSIGNABLE = _of("groupsAssignableToRoles", "allProperties/update", "create", "delete", "restore", "assignLicense")
_ROLES = (
    *_of("roleAssignments", _ALL),
    *_of("roleDefinitions", _ALL),
    *_of("directoryRoles", _ALL),
    *_of("scopedRoleMemberships", _ALL),
    *_of("privilegedIdentityManagement", _ALL),
    *_of("administrativeUnits", _ALL),
    *_of("authorizationPolicy", _ALL),
)
_CONSENT = _of(
    "servicePrincipals", "appRoleAssignedTo/update", "permissions/update",
    "managePermissionGrantsForAll.microsoft-company-admin",
)  # fmt: skip
_FEDERATION = (*_of("domains", "federation/update", "federationConfiguration/create",
                    "federationConfiguration/basic/update", "federationConfiguration/delete"),)  # fmt: skip
_EVERYTHING = (
    *_of("applications", _ALL),
    *_of("servicePrincipals", _ALL),
    *_of("oAuth2PermissionGrants", _ALL),
    *_of("groups", _ALL),
    *_of("users", _ALL),
    *_of("domains", _ALL),
    *_of("devices", _ALL),
    *_of("policies", _ALL),
    *_of("conditionalAccessPolicies", _ALL),
    *_ASSIGNABLE,
    *_ROLES,
    *_CONSENT,
    *_METHODS,
    *_FEDERATION,
)

GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10"

ROLES = (
    DirectoryRole(GLOBAL_ADMINISTRATOR, "Global Administrator", _EVERYTHING),
    DirectoryRole(
        "e8611ab8-c189-46e8-94e1-60213ab1f814",
        "Privileged Role Administrator",
        (*_ROLES, *_ASSIGNABLE, *_CONSENT, *_of("oAuth2PermissionGrants", _ALL)),
    ),
    DirectoryRole(
        "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
        "Privileged Authentication Administrator",
        (*_PASSWORD, *_METHODS, *_SENSITIVE),
    ),
    DirectoryRole("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator", _APPLICATIONS),
    DirectoryRole("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator", _APPLICATIONS),
    DirectoryRole(
        "cf1c38e5-3621-4004-a7cb-879624dced7c",
        "Application Developer",
        (*_of("applications", "createAsOwner"), *_of("servicePrincipals", "createAsOwner")),
    ),
    DirectoryRole(
        "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
        "Hybrid Identity Administrator",
        (
            *(
                each
                for each in _APPLICATIONS
                if "credentials/update" not in each and "oAuth2" not in each and "managePermissionGrants" not in each
            ),
            *_FEDERATION,
            *_of("users", "authorizationInfo/update"),
        ),
    ),
    DirectoryRole(
        "c4e39bd9-1100-46d3-8c65-fb160da0071f",
        "Authentication Administrator",
        (*_PASSWORD, *_METHODS, *_SENSITIVE),
    ),
    DirectoryRole(
        "fe930be7-5e62-47db-91af-98c3a49a38b1",
        "User Administrator",
        (
            *_PASSWORD,
            *_SENSITIVE,
            *_GROUPS,
            *_of("users", "create"),
            *_of("oAuth2PermissionGrants", _ALL),
            *_of("servicePrincipals", "appRoleAssignedTo/update"),
        ),
    ),
    DirectoryRole("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator", _PASSWORD),
    DirectoryRole("966707d0-3269-4727-9be2-8c3a10f19b9d", "Password Administrator", _of("users", "password/update")),
    DirectoryRole("fdd7a751-b60b-444a-984c-02652fe8fa1c", "Groups Administrator", _GROUPS),
    DirectoryRole(
        "9360feb5-f418-4baa-8175-e2a00bac4301",
        "Directory Writers",
        (
            *(each for each in _GROUPS if not each.endswith(("/delete", "/restore"))),
            *_of(
                "users",
                "basic/update",
                "create",
                "userPrincipalName/update",
                "disable",
                "enable",
                "invalidateAllRefreshTokens",
            ),
            *_of("servicePrincipals", "appRoleAssignedTo/update"),
        ),
    ),
    DirectoryRole("d29b2b05-8046-44ba-8758-1e26182fcf32", "Directory Synchronization Accounts", ()),
    DirectoryRole("88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "Directory Readers", ()),
    DirectoryRole("95e79109-95c0-4d8e-aee3-d01accf2d47b", "Guest Inviter", _of("users", "inviteGuest")),
    DirectoryRole("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", ()),
    DirectoryRole("4a5d8f65-41da-4de4-8968-e035b65339cf", "Reports Reader", ()),
    DirectoryRole("790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b", "Message Center Reader", ()),
    DirectoryRole("5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader", ()),
    DirectoryRole("e3973bdf-4987-49ae-837a-ba8e231c7286", "Azure DevOps Administrator", ()),
    DirectoryRole(
        "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
        "Conditional Access Administrator",
        _of("conditionalAccessPolicies", "basic/update", "create", "delete", "owners/update"),
    ),
    DirectoryRole("8329153b-31d0-4727-b945-745eb3bc5f31", "Domain Name Administrator", _of("domains", _ALL)),
    DirectoryRole(
        "be2f45a1-457d-42af-a067-6ec1fa63bc45",
        "External Identity Provider Administrator",
        _of("domains", "federation/update"),
    ),
)


def by_name() -> Mapping[str, DirectoryRole]:
    """Return the built-in roles by template id and by name, in lower case."""
    return {key: role for role in ROLES for key in (role.id, role.name.lower())}


MAY_RESET: Mapping[str, frozenset[str]] = {
    "Password Administrator": frozenset({"Directory Readers", "Guest Inviter", "Password Administrator"}),
    "Helpdesk Administrator": frozenset(
        {"Directory Readers", "Guest Inviter", "Helpdesk Administrator", "Message Center Reader",
         "Password Administrator", "Reports Reader", "User Experience Success Manager", "Usage Summary Reports Reader"}
    ),
    "Authentication Administrator": frozenset(
        {"Authentication Administrator", "Directory Readers", "Guest Inviter", "Message Center Reader",
         "Password Administrator", "Reports Reader", "User Experience Success Manager", "Usage Summary Reports Reader"}
    ),
    "User Administrator": frozenset(
        {"Directory Readers", "Groups Administrator", "Guest Inviter", "Helpdesk Administrator",
         "Message Center Reader", "Password Administrator", "Reports Reader", "User Administrator",
         "User Experience Success Manager", "Usage Summary Reports Reader"}
    ),
}  # fmt: skip
"""By role, the roles that a user may have whose password its holder can still reset."""
MAY_RESET_ANYBODY = frozenset({"Global Administrator", "Privileged Authentication Administrator"})

GRAPH = "00000003-0000-0000-c000-000000000000"
"""The application id of Microsoft Graph, the same in every tenant."""

_MEMBERS = _of("groups", "members/update")
_OWNERS_OF_GROUPS = _of("groups", "members/update", "owners/update", "basic/update", "create", "delete",
                        "dynamicMembershipRule/update")  # fmt: skip
_MANAGE_APPLICATIONS = tuple(
    each for each in _APPLICATIONS if "appRoleAssignedTo" not in each and "oAuth2" not in each
    and "managePermissionGrants" not in each
)  # fmt: skip

PERMISSIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "RoleManagement.ReadWrite.Directory": (
        "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
        (*_of("roleAssignments", _ALL), *_of("roleDefinitions", _ALL), *_of("directoryRoles", _ALL)),
    ),
    "RoleAssignmentSchedule.ReadWrite.Directory": (
        "dd199f4a-f148-40a4-a2ec-f0069cc799ec",
        _of("roleAssignments", _ALL),
    ),
    "RoleEligibilitySchedule.ReadWrite.Directory": ("fee28b28-e1f3-4841-818e-2704dc62245f", ()),
    "AppRoleAssignment.ReadWrite.All": (
        "06b708a9-e830-4db3-a914-8e69da51d44f",
        _of("servicePrincipals", "appRoleAssignedTo/update", "managePermissionGrantsForAll.microsoft-company-admin"),
    ),
    "Application.ReadWrite.All": ("1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", _MANAGE_APPLICATIONS),
    "Application.ReadWrite.OwnedBy": ("18a4783c-866b-4cc7-a460-3d5e5662c884", ()),
    "Directory.ReadWrite.All": ("19dbc75e-c2e2-444c-a770-ec69d8559fc7", _OWNERS_OF_GROUPS),
    "Group.ReadWrite.All": ("62a82d76-70ea-41e2-9197-370581804d09", _OWNERS_OF_GROUPS),
    "GroupMember.ReadWrite.All": ("dbaae8cf-10b5-4b86-a4a1-f871c94c6695", _MEMBERS),
    "PrivilegedAccess.ReadWrite.AzureADGroup": (
        "2f6817f8-7b12-4f0f-bc18-eeaf60705a9e",
        (*_MEMBERS, *_of("groupsAssignableToRoles", "members/update")),
    ),
    "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup": (
        "41202f2c-f7ab-45be-b001-85c9728b9d69",
        (*_MEMBERS, *_of("groupsAssignableToRoles", "members/update")),
    ),
    "UserAuthenticationMethod.ReadWrite.All": ("50483e42-d915-4231-9639-7fdb7fd190e5", _METHODS),
    "User-PasswordProfile.ReadWrite.All": (
        "cc117bb9-00cf-4eb8-b580-ea2a878fe8f7",
        _of("users", "password/update"),
    ),
    "User.ReadWrite.All": ("741f803b-c850-494e-b5df-cde7c675a1ca", _of("users", "basic/update", "create", "delete")),
    "Domain.ReadWrite.All": ("7e05723c-0bb0-42da-be95-ae9f08a6e53c", _of("domains", _ALL)),
    "Policy.ReadWrite.ConditionalAccess": (
        "01c0a623-fc9b-48e9-b794-0756f8e8f067",
        _of("conditionalAccessPolicies", _ALL),
    ),
    "Policy.ReadWrite.PermissionGrant": ("a402ca1c-2696-4531-972d-6e5ee4aa11ea", ()),
    "Policy.ReadWrite.Authorization": ("fb221be6-99f2-473f-bd32-01c6a0e9ca3b", _of("authorizationPolicy", _ALL)),
}
"""By application permission of Microsoft Graph, its id and what it may do in terms of directory roles."""

OWNED: Mapping[str, tuple[str, ...]] = {
    "application": _of("applications", _ALL),
    "service principal": _of("servicePrincipals", "credentials/update", "owners/update", "basic/update", "delete",
                             "disable", "enable", "authentication/update", "policies/update"),
    "group": _of("groups", _ALL) + _of("groupsAssignableToRoles", "allProperties/update"),
}  # fmt: skip
"""By type of object, what its owner may do to it."""
