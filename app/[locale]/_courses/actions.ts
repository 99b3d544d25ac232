"use server";

import {
  addPeople,
  createCourse,
  editCourse,
  moveCourse,
  recordPeople,
  removeCourse,
  removePeople,
} from "@/lib/subsidies/course-commands";
import { action } from "@/lib/web/action";

export const create = action(createCourse, { refresh: false });
export const edit = action(editCourse, { refresh: false });
export const move = action(moveCourse);
export const remove = action(removeCourse, { refresh: false });
export const add = action(addPeople);
export const takeOut = action(removePeople);
export const record = action(recordPeople);
