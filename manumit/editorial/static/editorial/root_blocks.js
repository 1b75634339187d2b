// Wagtail marks the element of a block that is a whole field, and only streams and single boxes tell
// theirs: a list or a group of boxes gets an element around it, or the field's script ends in an error.
(() => {
  const { ListBlockDefinition, StructBlockDefinition } = window.wagtailStreamField.blocks;

  const framed = (Definition) =>
    class extends Definition {
      render(placeholder, ...rest) {
        if (placeholder.dataset.controller !== "w-block") return super.render(placeholder, ...rest);
        const frame = document.createElement("div");
        placeholder.replaceWith(frame);
        frame.append(placeholder);
        const made = super.render(placeholder, ...rest);
        made.element ??= frame;
        return made;
      }
    };

  window.telepath.register("wagtail.blocks.ListBlock", framed(ListBlockDefinition));
  window.telepath.register("wagtail.blocks.StructBlock", framed(StructBlockDefinition));
})();
