"use server";

import {
  editOffer,
  moveOffer,
  movePlacement,
  offerInternship,
  proposePlacement,
} from "@/lib/cohorts/internship-commands";
import { action } from "@/lib/web/action";

export const offer = action(offerInternship, { refresh: false });
export const edit = action(editOffer);
export const moveOffers = action(moveOffer);
export const propose = action(proposePlacement);
export const movePlacements = action(movePlacement);
