"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "#app/_ui/api.ts";

/** The order in which roles are offered, each with less than the one before. */
export const roleNames = ["owner", "lead", "reviewer", "reader"] as const;
export type RoleName = (typeof roleNames)[number];

export interface Member {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly role: string;
	readonly disabled: boolean;
}

export interface Invitation {
	readonly email: string;
	readonly role: string | null;
	/** ISO 8601 */
	readonly expiresAt: string;
}

export interface Membership {
	readonly members: readonly Member[];
	readonly invitations: readonly Invitation[];
}

const key = (projectId: string) => ["projects", projectId, "members"] as const;

export function useMembers(projectId: string, initial: Membership) {
	return useQuery({
		queryKey: key(projectId),
		queryFn: ({ signal }) => api<Membership>(`/projects/${projectId}/members`, { signal }),
		initialData: initial,
	});
}

export function useRefreshMembers(projectId: string): () => Promise<void> {
	const queries = useQueryClient();
	return useCallback(() => queries.invalidateQueries({ queryKey: key(projectId) }), [queries, projectId]);
}
