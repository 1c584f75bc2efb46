import { z } from "zod";
import { AccountChange, NewAccount, NewPassword, OwnName } from "./accounts.ts";
import { commentRoutes } from "./comment-routes.ts";
import { DictionaryQuery } from "./dictionary.ts";
import { documentRoutes } from "./document-routes.ts";
import { findingRoutes } from "./finding-routes.ts";
import { glossaryRoutes } from "./glossary-routes.ts";
import { measureRoutes } from "./measure-routes.ts";
import { MemberChange, NewMember, WithdrawnInvitation } from "./members.ts";

import { ChangedPreferences } from "./preferences.ts";
import { ProjectWord } from "./project-words.ts";
import { NewProject, ProjectName } from "./projects.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";
import { uploadRoutes } from "./upload-routes.ts";

const LinkToken = z.strictObject({ token: z.string().min(1).max(200) });

/** Every route of the API below /api/v1. `serve` reads it, the OpenAPI description and the access tests are made of it. */
export const routes = {
	"GET /openapi.json": { summary: "This description", access: "public", answer: "OpenAPI 3.1" },
	"GET /health": {
		summary: "Whether the server can reach its database",
		access: "public",
		answer: "{status}",
	},

	"GET /session": {
		summary: "Who is signed in",
		access: "signed-in",
		answer: "{user: {id, name, email, administrator, hasPassword}}",
	},
	"DELETE /session": { summary: "Sign out here", access: "signed-in", answer: null },
	"POST /invitations": {
		summary: "Accept an invitation with the account that is signed in",
		access: "signed-in",
		body: LinkToken,
		answer: "{projectId, path}",
	},

	"GET /accounts": {
		summary: "All accounts",
		access: "administrator",
		answer: "{accounts: [{id, email, name, administrator, disabled, createdAt}]}",
	},
	"POST /accounts": {
		summary: "Make an account and a link for its first sign-in",
		access: "administrator",
		body: NewAccount,
		status: 201,
		answer: "{id, link}",
	},
	"PATCH /accounts/me": {
		summary: "Change one's own name",
		access: "signed-in",
		body: OwnName,
		answer: null,
	},
	"GET /accounts/me/preferences": {
		summary: "What one chose for oneself: keys, how close rows stand, where the row one works on stays",
		access: "signed-in",
		answer: "{keys: {preset, own}, density, rowSight}",
	},
	"PATCH /accounts/me/preferences": {
		summary: "Choose for oneself; what is not named stays",
		access: "signed-in",
		body: ChangedPreferences,
		answer: null,
	},
	"PUT /accounts/me/password": {
		summary: "Set one's own password; every other session ends",
		access: "signed-in",
		body: NewPassword,
		answer: null,
	},
	"DELETE /accounts/me/sessions": {
		summary: "Sign out everywhere",
		access: "signed-in",
		answer: null,
	},
	"PATCH /accounts/:userId": {
		summary: "Disable or enable an account, make it an administrator or take that back",
		access: "administrator",
		body: AccountChange,
		answer: null,
	},
	"DELETE /accounts/:userId/sessions": {
		summary: "End all sessions of an account",
		access: "administrator",
		answer: null,
	},
	"POST /accounts/:userId/link": {
		summary: "A fresh sign-in link for an account",
		access: "administrator",
		status: 201,
		answer: "{link}",
	},

	"GET /projects": {
		summary: "The projects one is a member of",
		access: "signed-in",
		answer: "{projects: [{id, name, demo, role, documents}]}",
	},
	"POST /projects": {
		summary: "Make a project and become its owner",
		access: "signed-in",
		body: NewProject,
		status: 201,
		answer: "{id}",
	},
	"GET /projects/:projectId": {
		summary: "One project",
		access: "project.read",
		answer: "{id, name, demo, role, permissions, documents}",
	},
	"PATCH /projects/:projectId": {
		summary: "Rename a project",
		access: "project.manage",
		body: ProjectName,
		answer: null,
	},
	"DELETE /projects/:projectId": {
		summary: "Delete a project with all in it",
		access: "project.manage",
		answer: null,
	},
	"GET /projects/:projectId/words": {
		summary: "Words that the project knows to be right",
		access: "project.read",
		answer: "{words: [word]}",
	},
	"POST /projects/:projectId/words": {
		summary: "Let the project know a word to be right",
		access: "rendering.edit",
		body: ProjectWord,
		answer: null,
	},
	"DELETE /projects/:projectId/words": {
		summary: "Take a word back out of those that the project knows",
		access: "rendering.edit",
		body: ProjectWord,
		answer: null,
	},
	"GET /dictionary": {
		summary: "What the Chinese-English dictionary says of the words of a text",
		access: "signed-in",
		query: DictionaryQuery,
		answer: "{available, words: [{text, start, entries: [{traditional, simplified, pinyin, glosses}]}]}",
	},
	"GET /projects/:projectId/members": {
		summary: "Members of a project; to its owners also the open invitations",
		access: "members.read",
		answer: "{members: [{id, name, email, role, disabled}], invitations: [{email, role, expiresAt}]}",
	},
	"POST /projects/:projectId/members": {
		summary: "Invite somebody by a link",
		access: "members.manage",
		body: NewMember,
		status: 201,
		answer: "{link}",
	},
	"DELETE /projects/:projectId/invitations": {
		summary: "Take an open invitation back",
		access: "members.manage",
		body: WithdrawnInvitation,
		answer: null,
	},
	"PATCH /projects/:projectId/members/:userId": {
		summary: "Change a member's role",
		access: "members.manage",
		body: MemberChange,
		answer: null,
	},
	"DELETE /projects/:projectId/members/:userId": {
		summary: "Take a member out of a project; everybody may leave themselves",
		access: "members.manage",
		answer: null,
	},
	...documentRoutes,
	...commentRoutes,
	...glossaryRoutes,
	...measureRoutes,
	...findingRoutes,
	...uploadRoutes,
} as const satisfies Record<RouteKey, RouteDescription>;

export type RouteId = keyof typeof routes;
