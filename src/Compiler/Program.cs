using System.Text;
using ConcurrencyKatas.Compiler;

// Whoever starts the compiler before there is a request lets it use the time.
if (args is ["--warm"])
{
    new Thread(WarmUp.Run) { IsBackground = true }.Start();
}

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var input = new StreamReader(Console.OpenStandardInput(), utf8);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
CompileServer.Run(input, output, abandon: () => Environment.Exit(1));
return 0;
