import { earlyHelp, inNeed, inNeedWithCover, protectedChild, type Case } from "./kinds.ts";

const AMARA = "Amara Oasthouse";
const LEILA = "Leila Samphire";
const CHLOE = "Chloe Hopgarden";
const FEMI = "Femi Lighthouse";
const PRIYA = "Priya Chalkdown";
const OWEN = "Owen Ragstone";
const HANNAH = "Hannah Saltmarsh";
const DANIEL = "Daniel Windmill";

/** Cases of the other teams on which no rule is broken on 30 November 2024. */
export const INLAND_IN_ORDER: readonly Case[] = [
  inNeedWithCover(
    {
      ref: "KC-104555",
      family: "F-5152",
      team: "Gravesend",
      lead: LEILA,
      from: "2024-10-28",
      supervised: "2024-11-22",
    },
    DANIEL,
    { advocate: "Jo Speakup" },
  ),
  inNeedWithCover(
    {
      ref: "KC-104611",
      family: "F-5160",
      team: "Gravesend",
      lead: LEILA,
      from: "2024-10-07",
      supervised: "2024-11-22",
    },
    DANIEL,
    {
      complexity: 2,
      rationale: "Yes",
      mostContact: "Education",
      partnerActionDue: "2024-11-11",
      escalatedOn: "2024-11-18",
      escalatedBy: "Marcus Skylark",
    },
  ),
  protectedChild(
    {
      ref: "KC-101954",
      family: "F-4533",
      team: "Gravesend",
      lead: DANIEL,
      from: "2024-02-19",
      supervised: "2024-11-06",
    },
    "Looked after",
  ),
  earlyHelp(
    {
      ref: "KC-105340",
      family: "F-5266",
      team: "Sevenoaks",
      lead: CHLOE,
      from: "2024-09-23",
      supervised: "2024-11-14",
    },
    DANIEL,
  ),
  earlyHelp(
    {
      ref: "KC-105341",
      family: "F-5266",
      team: "Sevenoaks",
      lead: CHLOE,
      from: "2024-09-23",
      supervised: "2024-11-14",
    },
    DANIEL,
  ),
  inNeedWithCover(
    {
      ref: "KC-105602",
      family: "F-5301",
      team: "Sevenoaks",
      lead: LEILA,
      from: "2024-11-11",
      supervised: "2024-11-27",
    },
    DANIEL,
  ),
  inNeed(
    {
      ref: "KC-105119",
      family: "F-5233",
      team: "Sevenoaks",
      lead: DANIEL,
      from: "2024-09-02",
      supervised: "2024-11-14",
    },
    { finalMeetingOn: "2024-12-17" },
  ),
  protectedChild(
    {
      ref: "KC-106201",
      family: "F-5402",
      team: "Tonbridge and Malling",
      lead: HANNAH,
      from: "2024-11-18",
      supervised: "2024-11-25",
    },
    "Section 47 enquiry",
  ),
  earlyHelp(
    {
      ref: "KC-105777",
      family: "F-5329",
      team: "Tonbridge and Malling",
      lead: CHLOE,
      from: "2024-10-07",
      supervised: "2024-11-14",
    },
    HANNAH,
    { rationale: "Yes", mostContact: "Health" },
  ),
  inNeed({
    ref: "KC-104918",
    family: "F-5201",
    team: "Tonbridge and Malling",
    lead: HANNAH,
    from: "2024-09-09",
    supervised: "2024-11-25",
  }),
  earlyHelp(
    {
      ref: "KC-105830",
      family: "F-5340",
      team: "North Adolescent Services",
      lead: FEMI,
      from: "2024-10-14",
      supervised: "2024-11-18",
    },
    PRIYA,
  ),
  inNeedWithCover(
    {
      ref: "KC-104866",
      family: "F-5190",
      team: "North Adolescent Services",
      lead: AMARA,
      from: "2024-10-16",
      supervised: "2024-11-18",
    },
    PRIYA,
  ),
  protectedChild(
    {
      ref: "KC-102240",
      family: "F-4617",
      team: "North Adolescent Services",
      lead: PRIYA,
      from: "2024-03-04",
      supervised: "2024-11-13",
    },
    "Looked after",
    { advocate: "Kit Advocate" },
  ),
  protectedChild(
    {
      ref: "KC-103650",
      family: "F-4951",
      team: "Maidstone",
      lead: HANNAH,
      from: "2024-07-01",
      supervised: "2024-11-25",
    },
    "Child protection",
  ),
  inNeed(
    {
      ref: "KC-105205",
      family: "F-5249",
      team: "Maidstone",
      lead: HANNAH,
      from: "2024-09-30",
      supervised: "2024-11-25",
    },
    { reviewMeetingOn: "2024-12-10" },
  ),
  inNeed({
    ref: "KC-105488",
    family: "F-5280",
    team: "Ashford",
    lead: OWEN,
    from: "2024-10-07",
    supervised: "2024-11-07",
  }),
  // Family help, which counts as early help in the trial.
  earlyHelp(
    {
      ref: "KC-105860",
      family: "F-5345",
      team: "Sevenoaks",
      lead: CHLOE,
      from: "2024-10-21",
      supervised: "2024-11-14",
    },
    DANIEL,
    { status: "Family help" },
  ),
  // A colleague who learns beside the lead.
  protectedChild(
    { ref: "KC-105512", family: "F-5288", team: "Ashford", lead: OWEN, from: "2024-10-09", supervised: "2024-11-21" },
    "Child protection",
    { coWorker: "Isla Causeway" },
  ),
  // School sees the child most, and the manager has decided that the lead stays: LP-23, accepted.
  earlyHelp(
    {
      ref: "KC-105618",
      family: "F-5303",
      team: "Gravesend",
      lead: CHLOE,
      from: "2024-10-14",
      supervised: "2024-11-14",
    },
    DANIEL,
    { mostContact: "Education", accepted: "LP-23", acceptedBy: "Marcus Skylark", acceptedUntil: "2025-01-31" },
  ),
  {
    ...inNeed({
      ref: "KC-101402",
      family: "F-4410",
      team: "Ashford",
      lead: OWEN,
      from: "2024-03-18",
      supervised: "2024-09-12",
    }),
    status: "Closed",
    statusFrom: "2024-10-31",
    finalMeetingOn: "2024-10-31",
    finalMeetingChair: "Ruth Weald",
  },
];
