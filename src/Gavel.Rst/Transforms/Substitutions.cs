using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Puts the content of substitution definitions in the place of the references to them.</summary>
internal static class Substitutions
{
    /// <summary>How much definitions may add to a document, in characters; a node counts as many as it takes memory for. No honest text comes near.</summary>
    private const long MostGrowth = 3_000_000;

    private const int CharactersOfNode = 20;

    public static void Apply(TransformContext context)
    {
        var queue = context.Index.SubstitutionReferences;
        if (queue.Count == 0) return;
        var run = new Run(context);
        for (var i = 0; i < queue.Count; i++) run.Replace(queue[i], queue);
        run.Unwrap();
        context.Forget();
    }

    private sealed class Run(TransformContext context)
    {
        private readonly Dictionary<string, HashSet<string>> _nested = new(StringComparer.Ordinal);
        private readonly Dictionary<RstElement, RstElement> _origins = [];

        /// <summary>Stand for several nodes in the place of one reference until the end, so that their siblings move only once.</summary>
        private readonly HashSet<RstElement> _wrappers = [];

        private long _growth;

        public void Replace(RstElement reference, List<RstElement> queue)
        {
            var name = reference["refname"] ?? "";
            var key = FindKey(name);
            if (key is null)
            {
                Fail(reference, reference, $"Undefined substitution referenced: \"{name}\".");
                return;
            }

            var definition = context.Names.SubstitutionDefinitions[key];
            if (_growth > MostGrowth || Grow(definition.InnerText.Length) > context.Options.LineLengthLimit)
            {
                var text = $"Substitution definition \"{key}\" exceeds the line-length-limit.";
                var message = context.Document.Report(RstSeverity.Error, text, context.LineAtEnd(), reference.Span);
                context.Document.LooseMessages.Add(message);
                context.MakeProblematic(reference, message);
                return;
            }

            if (reference.Parent is not { } parent) return;
            var index = parent.IndexOf(reference, reference.IndexHint);
            Trim(definition, parent, index);
            var copy = Copy(definition);
            if (!Enqueue(copy, key, reference, queue))
            {
                Circular(reference, parent, name);
                return;
            }

            foreach (var node in copy.Children) node.Span = reference.Span;
            if (copy.Count == 1)
            {
                parent.ReplaceAt(index, copy.Detach());
                return;
            }

            var wrapper = new RstElement(RstKind.Inline, reference.Span);
            wrapper.AddRange(copy.Detach());
            _wrappers.Add(wrapper);
            parent.ReplaceAt(index, wrapper);
        }

        /// <summary>Puts what the wrappers hold in their places.</summary>
        public void Unwrap()
        {
            var parents = new HashSet<RstElement>();
            foreach (var wrapper in _wrappers)
            {
                if (wrapper.Parent is null || RealParent(wrapper.Parent) is not { } parent || !parents.Add(parent)) continue;
                var children = new List<RstNode>();
                Flatten(parent, children);
                parent.Clear();
                parent.AddRange(children);
            }
        }

        private void Flatten(RstElement element, List<RstNode> into)
        {
            foreach (var child in element.Children)
            {
                if (child is RstElement wrapper && _wrappers.Contains(wrapper)) Flatten(wrapper, into);
                else into.Add(child);
            }
        }

        private RstElement RealParent(RstElement parent)
        {
            while (_wrappers.Contains(parent) && parent.Parent is { } above) parent = above;
            return parent;
        }

        /// <summary>A copy with all that is under it. Definitions are shallow: what they hold was parsed from one paragraph.</summary>
        private RstElement Copy(RstElement element)
        {
            RstElement copy = element is RstInline inline ? new RstInline(element.Kind, element.Span) { Raw = inline.Raw } : new RstElement(element.Kind, element.Span);
            foreach (var (name, value) in element.Attributes) copy[name] = value;
            TransformContext.CopyLabels(element, copy);
            var children = new List<RstNode>(element.Count);
            Flatten(element, children);
            foreach (var child in children)
                copy.Add(child is RstElement under ? Copy(under) : new RstText(((RstText)child).Memory) { Span = child.Span });
            Grow((children.Count + 1) * CharactersOfNode);
            return copy;
        }

        private int Grow(int by)
        {
            _growth += by;
            return by;
        }

        private string? FindKey(string name) =>
            context.Names.SubstitutionDefinitions.ContainsKey(name) ? name : context.Names.SubstitutionNames.GetValueOrDefault(name.ToLowerInvariant());

        /// <returns>False when the definition comes back to itself.</returns>
        private bool Enqueue(RstElement copy, string key, RstElement reference, List<RstElement> queue)
        {
            foreach (var inner in copy.Descendants())
            {
                if (inner.Kind != RstKind.SubstitutionReference) continue;
                if (FindKey((inner["refname"] ?? "").ToLowerInvariant()) is { } innerKey)
                {
                    if (!_nested.TryGetValue(innerKey, out var users)) _nested[innerKey] = users = [];
                    if (users.Contains(innerKey)) return false;
                    users.Add(key);
                }

                _origins[inner] = reference;
                queue.Add(inner);
            }

            return true;
        }

        private void Circular(RstElement reference, RstElement holder, string name)
        {
            var parent = RealParent(holder);
            if (parent.Kind == RstKind.SubstitutionDefinition)
            {
                var raw = context.Document.Slice(parent.Span).ToString();
                var block = new RstElement(RstKind.LiteralBlock, raw) { ["xml:space"] = "preserve" };
                var message = context.Document.Report(RstSeverity.Error, "Circular substitution definition detected:", parent.Line, parent.Span, block);
                TransformContext.CopyLabels(parent, message);
                TransformContext.ReplaceInParent(parent, message);
                return;
            }

            var origin = reference;
            while (_origins.TryGetValue(origin, out var earlier)) origin = earlier;
            Fail(reference, origin, $"Circular substitution definition referenced: \"{name}\".");
        }

        private void Fail(RstElement reference, RstElement about, string text)
        {
            // The first reference may already be gone from the tree; its line is the paragraph's that still holds its descendant.
            var place = TransformContext.LineOf(about) > 0 ? about : reference;
            context.MakeProblematic(reference, context.Report(RstSeverity.Error, text, place));
        }

        private void Trim(RstElement definition, RstElement parent, int index)
        {
            while (parent.Count == 1 && _wrappers.Contains(parent) && parent.Parent is { } above)
            {
                index = above.IndexOf(parent);
                parent = above;
            }

            var both = definition["trim"] is not null;
            if ((both || definition["ltrim"] is not null) && index > 0 && parent[index - 1] is RstText before)
                parent.ReplaceAt(index - 1, new RstText(before.Text.TrimEnd()) { Span = before.Span });
            if ((both || definition["rtrim"] is not null) && index + 1 < parent.Count && parent[index + 1] is RstText after)
                parent.ReplaceAt(index + 1, new RstText(after.Text.TrimStart()) { Span = after.Span });
        }
    }
}
