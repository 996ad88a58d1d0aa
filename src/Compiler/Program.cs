using System.Text;
using ConcurrencyKatas.Compiler;

_ = WarmUp.Begin(WarmUp.Run, Console.Error);

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var input = new StreamReader(Console.OpenStandardInput(), utf8);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
CompileServer.Run(input, output, abandon: () => Environment.Exit(1));
return 0;
