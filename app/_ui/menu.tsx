"use client";

import { Check } from "lucide-react";
import type { DropdownMenu } from "radix-ui";
import {
	cloneElement,
	createContext,
	type KeyboardEvent,
	type PointerEvent,
	type ReactElement,
	type ReactNode,
	useContext,
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from "react";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";

const row =
	"flex min-h-8 items-center gap-2.5 rounded-sm px-2 py-1 text-base outline-none data-disabled:opacity-50 data-highlighted:bg-wash";

export interface MenuProps {
	/** One button; it gets the menu's aria attributes. */
	readonly trigger: ReactElement<TriggerProps>;
	readonly align?: "start" | "end";
	readonly children: ReactNode;
	readonly onCloseAutoFocus?: (event: Event) => void;
}

type TriggerProps = Pick<
	React.ComponentProps<"button">,
	"ref" | "aria-haspopup" | "aria-expanded" | "onPointerDown" | "onKeyDown"
>;

type Parts = typeof DropdownMenu;
const PartsContext = createContext<Parts | null>(null);

/** What works menus comes when the page has nothing better to do: no first row waits for it. */
let parts: Parts | null = null;
const loadParts = async (): Promise<Parts> => {
	parts ??= (await import("./menu-parts.ts")).DropdownMenu;
	return parts;
};

function useParts(): Parts {
	const known = useContext(PartsContext);
	if (!known) throw new TypeError("an item outside of its menu");
	return known;
}

const rested = 300; // ms

/** Until it can open, its button stands alone, and remembers that somebody pressed it. */
export function Menu(props: MenuProps) {
	const [ready, setReady] = useState(parts);
	const asked = useRef(false);
	const held = useRef(false);
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (ready) return;
		const timer = setTimeout(() => {
			void loadParts().then((loaded) => {
				if (asked.current) return; // it opens as soon as it can
				held.current = button.current !== null && button.current === document.activeElement;
				setReady(() => loaded);
			});
		}, rested);
		return () => clearTimeout(timer);
	}, [ready]);
	// The button that had the focus is another one now.
	useLayoutEffect(() => {
		if (ready && held.current) button.current?.focus();
		held.current = false;
	}, [ready]);
	if (ready) return <OpenableMenu {...props} parts={ready} startsOpen={asked.current} button={button} />;
	const ask = () => {
		asked.current = true;
		void loadParts().then((loaded) => {
			button.current?.blur(); // it goes away, and whoever looks after a lost focus would take it from the menu
			setReady(() => loaded);
		});
	};
	return cloneElement(props.trigger, {
		ref: button,
		"aria-haspopup": "menu",
		"aria-expanded": false,
		onPointerDown: (event: PointerEvent) => event.button === 0 && !event.ctrlKey && ask(),
		onKeyDown: (event: KeyboardEvent) => ["Enter", " ", "ArrowDown"].includes(event.key) && ask(),
	});
}

interface OpenableMenuProps extends MenuProps {
	readonly parts: Parts;
	readonly startsOpen: boolean;
	readonly button: React.RefObject<HTMLButtonElement | null>;
}

function OpenableMenu(props: OpenableMenuProps) {
	const {
		parts: DropdownMenu,
		startsOpen,
		button,
		trigger,
		align = "end",
		children,
		onCloseAutoFocus,
	} = props;
	return (
		<PartsContext.Provider value={DropdownMenu}>
			<DropdownMenu.Root modal={false} defaultOpen={startsOpen}>
				<DropdownMenu.Trigger asChild ref={button}>
					{trigger}
				</DropdownMenu.Trigger>
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
		</PartsContext.Provider>
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
	const DropdownMenu = useParts();
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
	const DropdownMenu = useParts();
	return (
		<DropdownMenu.Label className="px-2 pt-2 pb-1 text-xs text-ink-faint">{children}</DropdownMenu.Label>
	);
}

export function MenuSeparator() {
	const DropdownMenu = useParts();
	return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-rule" />;
}

export interface MenuChoiceProps<Value extends string> {
	readonly label: string;
	readonly value: Value;
	readonly onChange: (value: Value) => void;
	readonly options: readonly {
		readonly value: Value;
		readonly label: string;
		/** Where the label is in another language than the page. */
		readonly lang?: string;
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
	const DropdownMenu = useParts();
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
						<span lang={option.lang}>{option.label}</span>
					</DropdownMenu.RadioItem>
				))}
			</DropdownMenu.RadioGroup>
		</DropdownMenu.Group>
	);
}

export interface MenuTickProps {
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
	readonly children: ReactNode;
}

/** On or off, inside a menu that stays open. */
export function MenuTick({ checked, onChange, children }: MenuTickProps) {
	const DropdownMenu = useParts();
	return (
		<DropdownMenu.CheckboxItem
			checked={checked}
			className={row}
			onSelect={(event) => event.preventDefault()}
			onCheckedChange={onChange}
		>
			<span className="grid size-4 place-items-center">
				<DropdownMenu.ItemIndicator>
					<Check aria-hidden className="size-4" />
				</DropdownMenu.ItemIndicator>
			</span>
			{children}
		</DropdownMenu.CheckboxItem>
	);
}
