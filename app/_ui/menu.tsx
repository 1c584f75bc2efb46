"use client";

import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";

const row =
	"flex min-h-8 items-center gap-2.5 rounded-sm px-2 py-1 text-base outline-none data-disabled:opacity-50 data-highlighted:bg-wash";

export interface MenuProps {
	/** One button; it gets the menu's aria attributes. */
	readonly trigger: ReactElement;
	readonly align?: "start" | "end";
	readonly children: ReactNode;
	readonly onCloseAutoFocus?: (event: Event) => void;
}

export function Menu({ trigger, align = "end", children, onCloseAutoFocus }: MenuProps) {
	return (
		<DropdownMenu.Root modal={false}>
			<DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
			<DropdownMenu.Portal>
				<DropdownMenu.Content
					align={align}
					sideOffset={4}
					collisionPadding={8}
					className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-appear overflow-y-auto rounded-md bg-raised p-1 shadow-float"
					{...(onCloseAutoFocus && { onCloseAutoFocus })}
				>
					{children}
				</DropdownMenu.Content>
			</DropdownMenu.Portal>
		</DropdownMenu.Root>
	);
}

export interface MenuItemProps {
	readonly icon?: ReactNode;
	readonly onSelect?: (event: Event) => void;
	readonly disabled?: boolean;
	readonly destructive?: boolean;
	readonly keys?: string;
	readonly keysOnMac?: string;
	/** Puts the looks on the only child, a link for instance. */
	readonly asChild?: boolean;
	readonly children: ReactNode;
}

export function MenuItem(props: MenuItemProps) {
	const { icon, onSelect, disabled = false, destructive = false, keys, keysOnMac, asChild, children } = props;
	const looks = classNames(row, destructive && "text-danger");
	const events = onSelect ? { onSelect } : {};
	if (asChild) {
		return (
			<DropdownMenu.Item asChild className={looks} disabled={disabled} {...events}>
				{children}
			</DropdownMenu.Item>
		);
	}
	return (
		<DropdownMenu.Item className={looks} disabled={disabled} {...events}>
			{icon}
			<span className="flex-1">{children}</span>
			{keys && <Kbd keys={keys} {...(keysOnMac && { keysOnMac })} />}
		</DropdownMenu.Item>
	);
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
	return (
		<DropdownMenu.Label className="px-2 pt-2 pb-1 text-xs text-ink-faint">{children}</DropdownMenu.Label>
	);
}

export function MenuSeparator() {
	return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-rule" />;
}

export interface MenuChoiceProps<Value extends string> {
	readonly label: string;
	readonly value: Value;
	readonly onChange: (value: Value) => void;
	readonly options: readonly {
		readonly value: Value;
		readonly label: string;
	}[];
	/** Lets several choices be tried without opening the menu again. */
	readonly stayOpen?: boolean;
}

/** One of several, inside a menu. */
export function MenuChoice<Value extends string>({
	label,
	value,
	onChange,
	options,
	stayOpen = false,
}: MenuChoiceProps<Value>) {
	return (
		<DropdownMenu.Group>
			<MenuLabel>{label}</MenuLabel>
			<DropdownMenu.RadioGroup value={value}>
				{options.map((option) => (
					<DropdownMenu.RadioItem
						key={option.value}
						value={option.value}
						className={row}
						onSelect={(event) => {
							if (stayOpen) event.preventDefault();
							onChange(option.value);
						}}
					>
						<span className="grid size-4 place-items-center">
							<DropdownMenu.ItemIndicator>
								<Check aria-hidden className="size-4" />
							</DropdownMenu.ItemIndicator>
						</span>
						{option.label}
					</DropdownMenu.RadioItem>
				))}
			</DropdownMenu.RadioGroup>
		</DropdownMenu.Group>
	);
}
