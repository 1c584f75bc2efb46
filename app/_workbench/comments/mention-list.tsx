"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "#app/_ui/api.ts";
import { classNames } from "#app/_ui/class-names.ts";
import { mentionOf } from "#lib/core/comments/mentions.ts";
import { useWorkbench } from "../desk-context.tsx";

export interface Member {
	readonly id: string;
	readonly name: string;
	readonly disabled: boolean;
}

const nobody: readonly Member[] = [];
/** Names offered at once. */
const mostOffered = 6;

const membersOf = (projectId: string) => ({
	queryKey: ["members", projectId],
	queryFn: () => api<{ members: Member[] }>(`/projects/${projectId}/members`),
	staleTime: 60_000,
});

/** Those who can be mentioned, asked for when somebody may need them; and all of them, to be waited for. */
export function useMembers(wanted: boolean): {
	readonly members: readonly Member[];
	readonly all: () => Promise<readonly Member[]>;
} {
	const projectId = useWorkbench(({ head }) => head.projectId);
	const client = useQueryClient();
	const { data } = useQuery({ ...membersOf(projectId), enabled: wanted });
	const all = () =>
		client.ensureQueryData(membersOf(projectId)).then(
			(answer) => answer.members,
			() => nobody,
		);
	return { members: data?.members ?? nobody, all };
}

/** What is being typed behind an @ at the caret; null: nothing. */
export function calledAt(
	text: string,
	caret: number,
): { readonly start: number; readonly name: string } | null {
	const found = /(?:^|[\s(（，。、；：])@([^\s@]{0,30})$/u.exec(text.slice(0, caret));
	const name = found?.[1];
	return name === undefined ? null : { start: caret - name.length - 1, name };
}

export function offeredFor(members: readonly Member[], name: string): Member[] {
	const wanted = name.toLowerCase();
	return members
		.filter((member) => !member.disabled && member.name.toLowerCase().includes(wanted))
		.slice(0, mostOffered);
}

/** The text as it is stored: names behind an @ become people, the longest names first. */
export function withMentions(text: string, members: readonly Pick<Member, "id" | "name">[]): string {
	const byLength = members.toSorted((a, b) => b.name.length - a.name.length);
	return byLength.reduce((now, { id, name }) => now.replaceAll(`@${name}`, mentionOf(id)), text);
}

interface MentionListProps {
	readonly id: string;
	readonly label: string;
	readonly offered: readonly Member[];
	readonly at: number;
	readonly choose: (member: Member) => void;
}

/** The focus stays in the text; the arrow keys choose here. */
export function MentionList({ id, label, offered, at, choose }: MentionListProps) {
	return (
		<div
			id={id}
			role="listbox"
			aria-label={label}
			className="absolute inset-x-0 top-full z-30 mt-1 rounded-md border border-rule bg-raised p-1 shadow-float"
		>
			{offered.map((member, i) => (
				<div
					key={member.id}
					id={`${id}-${i}`}
					role="option"
					tabIndex={-1}
					aria-selected={i === at}
					className={classNames("cursor-default rounded-sm px-2 py-1 text-sm", i === at && "bg-wash")}
					onPointerDown={(event) => {
						event.preventDefault();
						choose(member);
					}}
				>
					{member.name}
				</div>
			))}
		</div>
	);
}
