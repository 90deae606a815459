import { STATUS_CODES, statusLabel, type StatusCode } from "../../../../rules/status.ts";
import type { RoleKind } from "../../../../rules/policy.ts";
import type { CourseLine, ManagerLine, RoleLine, StatusLine, TeamLine } from "./draft.ts";
import { Single, type GroupOf } from "./groups.tsx";
import { Group, Input, Lines, Select, Tick } from "./parts.tsx";
import { KINDS } from "./words.ts";

const OTHERS = "Other names, one a line";

/** The reason for a line of a list, or what is to be known of it. */
function Said({ group, at }: { readonly group: GroupOf; readonly at: string }) {
  const remark = group.remarks.get(at);
  return remark === undefined ? null : <p class="note">{remark}</p>;
}

const faultsIn = ({ reasons }: GroupOf, list: string): number =>
  [...reasons.keys()].filter((at) => at.startsWith(`${list} `)).length;

export const Teams = (group: GroupOf) => (
  <Group title="Teams" faults={faultsIn(group, "teams")}>
    <Lines<TeamLine>
      items={group.draft.teams}
      one="team"
      nameOf={({ name }) => name}
      fresh={(key) => ({ key, id: "", name: "", others: "", isTrial: false })}
      onChange={(teams) => {
        group.onChange({ teams });
      }}
    >
      {(team, change) => (
        <>
          <Input
            label="Team's name"
            value={team.name}
            reason={group.reasons.get(`teams ${team.key}`)}
            onType={(name) => {
              change({ name });
            }}
          />
          <Input
            label={OTHERS}
            kind="lines"
            value={team.others}
            onType={(others) => {
              change({ others });
            }}
          />
          <Tick
            label="Takes part in the trial"
            isTicked={team.isTrial}
            onTick={(isTrial) => {
              change({ isTrial });
            }}
          />
          <Said group={group} at={`teams ${team.key}`} />
        </>
      )}
    </Lines>
  </Group>
);

export const Roles = (group: GroupOf) => (
  <Group title="Roles" faults={faultsIn(group, "roles")}>
    <p class="note">
      A role's kind says what its holders may lead. That somebody is a registered social worker, only the register
      shows.
    </p>
    <Lines<RoleLine>
      items={group.draft.roles}
      one="role"
      nameOf={({ name }) => name}
      fresh={(key) => ({ key, name: "", kind: "", others: "", isTimetabled: false, isNew: false })}
      onChange={(roles) => {
        group.onChange({ roles });
      }}
    >
      {(role, change) => (
        <>
          <Input
            label="Role's name"
            value={role.name}
            reason={role.kind === "" ? undefined : group.reasons.get(`roles ${role.key}`)}
            onType={(name) => {
              change({ name });
            }}
          />
          <Select
            label="Kind"
            value={role.kind}
            reason={role.kind === "" ? group.reasons.get(`roles ${role.key}`) : undefined}
            options={KINDS}
            onChoose={(kind) => {
              change({ kind: kind as RoleKind });
            }}
          />
          <Input
            label={OTHERS}
            kind="lines"
            value={role.others}
            onType={(others) => {
              change({ others });
            }}
          />
          <Tick
            label="Bound to a timetable: as lead, needs a cover"
            isTicked={role.isTimetabled}
            onTick={(isTimetabled) => {
              change({ isTimetabled });
            }}
          />
          <Tick
            label="Newly qualified: leads protection work with a co-worker"
            isTicked={role.isNew}
            onTick={(isNew) => {
              change({ isNew });
            }}
          />
          <Said group={group} at={`roles ${role.key}`} />
        </>
      )}
    </Lines>
  </Group>
);

const CODES = STATUS_CODES.map((code) => [code, `${statusLabel(code)} (${code})`] as const);

/** What the council's lists write for each status. */
export const Statuses = (group: GroupOf) => (
  <Group title="Statuses" faults={faultsIn(group, "statuses")}>
    <Single {...group} path="familyHelp" label="'Family help' is" />
    <p class="note">
      The council's own texts, one a line. They come before those that are known without them. A longer text is read in
      parts: 'Tier 3 - Neglect' is what 'Tier 3' is.
    </p>
    <Lines<StatusLine>
      items={group.draft.statuses}
      one="status"
      nameOf={({ code }) => (code === "" ? "" : statusLabel(code))}
      fresh={(key) => ({ key, code: "", others: "" })}
      onChange={(statuses) => {
        group.onChange({ statuses });
      }}
    >
      {(status, change) => (
        <>
          <Select
            label="These texts mean"
            value={status.code}
            reason={status.code === "" ? group.reasons.get(`statuses ${status.key}`) : undefined}
            options={CODES}
            onChoose={(code) => {
              change({ code: code as StatusCode });
            }}
          />
          <Input
            label="Texts, one a line"
            kind="lines"
            value={status.others}
            reason={status.code === "" ? undefined : group.reasons.get(`statuses ${status.key}`)}
            onType={(others) => {
              change({ others });
            }}
          />
          <Said group={group} at={`statuses ${status.key}`} />
        </>
      )}
    </Lines>
  </Group>
);

export const Courses = (group: GroupOf) => (
  <Group title="Courses" faults={faultsIn(group, "courses")}>
    <Lines<CourseLine>
      items={group.draft.courses}
      one="course"
      nameOf={({ name }) => name}
      fresh={(key) => ({ key, name: "", from: "" })}
      onChange={(courses) => {
        group.onChange({ courses });
      }}
    >
      {(course, change) => (
        <>
          <Input
            label="Course"
            value={course.name}
            reason={group.reasons.get(`courses ${course.key}`)}
            onType={(name) => {
              change({ name });
            }}
          />
          <Input
            label="Asked for from"
            kind="date"
            value={course.from}
            onType={(from) => {
              change({ from });
            }}
          />
        </>
      )}
    </Lines>
  </Group>
);

/** Whom each team asks first. */
export const Managers = (group: GroupOf) => (
  <Group title="Service managers" faults={faultsIn(group, "managers")}>
    <Lines<ManagerLine>
      items={group.draft.managers}
      one="service manager"
      nameOf={({ name }) => name}
      fresh={(key) => ({ key, team: "", name: "" })}
      onChange={(managers) => {
        group.onChange({ managers });
      }}
    >
      {(manager, change) => (
        <>
          <Select
            label="Of the team"
            value={manager.team}
            options={group.draft.teams.map(({ name }) => [name, name] as const)}
            reason={group.reasons.get(`managers ${manager.key}`)}
            onChoose={(team) => {
              change({ team });
            }}
          />
          <Input
            label="Service manager's name"
            value={manager.name}
            onType={(name) => {
              change({ name });
            }}
          />
        </>
      )}
    </Lines>
  </Group>
);
