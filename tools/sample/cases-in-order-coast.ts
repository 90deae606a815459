import { inAssessment, inNeed, inNeedWithCover, protectedChild, type Case } from "./kinds.ts";

const AMARA = "Amara Oasthouse";
const TOMASZ = "Tomasz Shingle";
const PRIYA = "Priya Chalkdown";
const OWEN = "Owen Ragstone";

/** Cases of Thanet and Dover on which no rule is broken on 30 November 2024. */
export const COAST_IN_ORDER: readonly Case[] = [
  inNeedWithCover(
    { ref: "KC-104233", family: "F-5103", team: "Thanet", lead: AMARA, from: "2024-10-14", supervised: "2024-11-12" },
    PRIYA,
    { reviewMeetingOn: "2024-11-25", reviewMeetingChair: PRIYA },
  ),
  inNeedWithCover(
    { ref: "KC-104234", family: "F-5103", team: "Thanet", lead: AMARA, from: "2024-10-14", supervised: "2024-11-12" },
    PRIYA,
    { reviewMeetingOn: "2024-11-25", reviewMeetingChair: PRIYA },
  ),
  inNeedWithCover(
    { ref: "KC-102871", family: "F-4790", team: "Thanet", lead: AMARA, from: "2024-07-22", supervised: "2024-11-19" },
    PRIYA,
    {
      complexity: 2,
      agenciesInvited: 4,
      reportsReceived: 1,
      confirmedOn: "2024-10-07",
      jointVisitAskedOn: "2024-10-21",
      jointVisitOn: "2024-10-28",
      jointVisitWith: PRIYA,
      reviewMeetingOn: "2024-11-18",
      reviewMeetingChair: PRIYA,
    },
  ),
  protectedChild(
    { ref: "KC-103377", family: "F-4902", team: "Thanet", lead: PRIYA, from: "2024-06-10", supervised: "2024-11-13" },
    "Child protection",
  ),
  inNeed(
    { ref: "KC-105016", family: "F-5218", team: "Thanet", lead: PRIYA, from: "2024-09-16", supervised: "2024-11-13" },
    { reviewMeetingOn: "2024-12-12" },
  ),
  inNeedWithCover(
    { ref: "KC-104480", family: "F-5140", team: "Dover", lead: TOMASZ, from: "2024-10-21", supervised: "2024-11-20" },
    OWEN,
  ),
  inNeedWithCover(
    { ref: "KC-104702", family: "F-5177", team: "Dover", lead: TOMASZ, from: "2024-11-04", supervised: "2024-11-20" },
    OWEN,
    { concernOn: "2024-11-13", concernReviewedOn: "2024-11-14", concernReviewedBy: "Grace Cobnut" },
  ),
  protectedChild(
    { ref: "KC-103912", family: "F-5011", team: "Dover", lead: OWEN, from: "2024-08-05", supervised: "2024-11-07" },
    "Child protection",
    { restricted: "Yes", advocate: "Kit Advocate" },
  ),
  inAssessment({
    ref: "KC-106120",
    family: "F-5390",
    team: "Dover",
    lead: OWEN,
    from: "2024-11-11",
    supervised: "2024-11-21",
  }),
];
