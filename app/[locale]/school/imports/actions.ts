"use server";

import {
  applyImport as applyImportCommand,
  chooseHeader as chooseHeaderCommand,
  discardImport as discardImportCommand,
  nameEnterprise as nameEnterpriseCommand,
  setMapping as setMappingCommand,
} from "@/lib/imports/import-commands";
import { action } from "@/lib/web/action";

export const chooseHeader = action(chooseHeaderCommand);
export const setMapping = action(setMappingCommand);
export const nameEnterprise = action(nameEnterpriseCommand);
export const applyImport = action(applyImportCommand);
export const discardImport = action(discardImportCommand);
