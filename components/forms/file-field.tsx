"use client";

import { useRef } from "react";
import { useController } from "react-hook-form";
import { Field, Input } from "@/components/ui/field";
import { type FormFieldProps, part, useField } from "./fields";

/** The bytes of a chosen file as base64, without the address's head. */
function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** A small file that goes with the form. The form keeps `{ name, content }`, content as base64, or null. */
export function FormFile({ accept, ...props }: FormFieldProps & { accept?: string | undefined }) {
  const { id, error } = useField(props.name);
  const { field } = useController({ name: props.name });
  const { text, control, aria } = part(props, error, id);
  const latest = useRef<File | null>(null);
  return (
    <Field {...text}>
      <Input
        {...control}
        {...aria}
        type="file"
        accept={accept}
        ref={field.ref}
        onBlur={field.onBlur}
        onChange={async (event) => {
          const file = event.target.files?.[0] ?? null;
          latest.current = file;
          const value = file && { name: file.name, content: await readBase64(file) };
          // Another file may have been chosen while this one was read.
          if (latest.current === file) field.onChange(value);
        }}
      />
    </Field>
  );
}
