using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>
/// Writes a tree of elements as XML or HTML. Documents are built as trees, never as strings: then no text can become
/// an element, whatever is in it.
/// </summary>
internal static class Markup
{
    /// <summary>Writes XML, without a declaration. The tree's texts are made harmless in place.</summary>
    public static string Write(XElement root) => Write(root, indent: true);

    /// <summary>Writes HTML, likewise. HTML reads &lt;td /> as an element that is not yet ended, so those get an end.</summary>
    public static string WriteHtml(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf().Where(e => e.IsEmpty && !MayBeEmpty(e)))
        {
            element.Value = "";
        }
        return Write(root, indent: false);
    }

    // An input has no end in HTML; a drawing inside it is read as XML is.
    private static bool MayBeEmpty(XElement element) =>
        element.Name == "input" || element.AncestorsAndSelf().Any(a => a.Name == "svg");

    private static string Write(XElement root, bool indent)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes())
            {
                attribute.Value = Untrusted.Text(attribute.Value);
            }
            foreach (var text in element.Nodes().OfType<XText>())
            {
                text.Value = Untrusted.Text(text.Value);
            }
        }
        var written = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Indent = indent,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(written, settings))
        {
            root.Save(writer);
        }
        return written.ToString();
    }
}
