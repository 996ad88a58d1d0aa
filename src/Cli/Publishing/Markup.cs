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
    /// <summary>Writes it, without a declaration. The tree's texts are made harmless in place.</summary>
    public static string Write(XElement root, bool indent)
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
