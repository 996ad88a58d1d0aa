using System.Runtime.CompilerServices;

// Every signature here is blittable. Saying so lets calls be compiled ahead of time instead of at the start of each process.
[assembly: DisableRuntimeMarshalling]
