import { showTab, TABS, type Tab, type View } from "../view.ts";

/** The pane's screens, as buttons of a navigation: each is reached by Tab, in the order they are seen. */
export function Nav({ view }: { readonly view: View }) {
  const tabs = Object.entries(TABS) as [Tab, string][];
  return (
    <nav aria-label="Lead Professional">
      <ul>
        {tabs.map(([tab, name]) => (
          <li key={tab}>
            <button
              type="button"
              aria-current={view.columnsOf.value === undefined && view.tab.value === tab ? "page" : undefined}
              onClick={() => {
                showTab(view, tab);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
