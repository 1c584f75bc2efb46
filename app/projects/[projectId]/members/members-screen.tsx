"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { may, type ProjectOnScreen } from "../project.ts";
import { InvitePanel } from "./invite-panel.tsx";
import { MemberRow } from "./member-row.tsx";
import { type Membership, roleNames, useMembers } from "./members.ts";
import { OpenInvitations } from "./open-invitations.tsx";

interface MembersScreenProps {
	readonly project: ProjectOnScreen;
	/** The id of who looks at this. */
	readonly reader: string;
	readonly initial: Membership;
}

export function MembersScreen({ project, reader, initial }: MembersScreenProps) {
	const t = useTranslations("projects");
	const { data, error } = useMembers(project.id, initial);
	const manages = may(project, "members.manage");
	return (
		<>
			<PageHeader
				title={t("membersTitle")}
				crumbs={[
					{ href: "/", label: t("title") },
					{ href: `/projects/${project.id}`, label: project.name },
				]}
			/>
			<ProblemNote error={error} className="mb-4" />
			<div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
				<div className="flex flex-col gap-10">
					<ul className="border-t border-rule">
						{data.members.map((member) => (
							<MemberRow key={member.id} member={member} isReader={member.id === reader} project={project} />
						))}
					</ul>
					{manages && <OpenInvitations projectId={project.id} invitations={data.invitations} />}
				</div>
				<aside className="flex flex-col gap-10">
					{manages && <InvitePanel projectId={project.id} invitations={data.invitations} />}
					<RoleMeanings />
				</aside>
			</div>
		</>
	);
}

function RoleMeanings() {
	const t = useTranslations("projects");
	return (
		<dl className="flex flex-col gap-2 text-sm">
			{roleNames.map((role) => (
				<div key={role} className="grid grid-cols-[4.5rem_1fr] gap-2">
					<dt className="font-medium">{t(`role.${role}`)}</dt>
					<dd className="text-ink-soft">{t(`roleMeaning.${role}`)}</dd>
				</div>
			))}
		</dl>
	);
}
